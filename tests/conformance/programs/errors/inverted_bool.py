print(~True)
print(~False + 1)
