"""Prints the kilometres on the ellipsoid of WGS 84 between two points, for each line of a file: "latitude longitude latitude longitude"."""
import sys

from geopy.distance import geodesic

with open(sys.argv[1]) as pairs:
    for line in pairs:
        south, west, north, east = map(float, line.split())
        print(repr(geodesic((south, west), (north, east)).km))
