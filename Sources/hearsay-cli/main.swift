import ArgumentParser
print("hearsay")
