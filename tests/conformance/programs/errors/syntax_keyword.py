class = "a"
