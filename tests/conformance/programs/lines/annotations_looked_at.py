"""Line events of annotations that are looked at, in each format: text comes of them twice."""
import annotationlib
from annotationlib import Format


class Point:
    x: int
    y: Later = 2
    z: "text"


def move(
    point: Point,
    by: Later = 1,
) -> Point:
    return point


for thing in (Point, move):
    for form in (Format.FORWARDREF, Format.STRING, Format.VALUE):
        try:
            found = annotationlib.get_annotations(thing, format=form)
        except NameError as e:
            print(form.name, e)
        else:
            print(form.name, list(found), [type(one).__name__ for one in found.values()])
