"""Holds FHIR resources against the R4 models in the Python package fhir.resources, as an oracle of our own tests.

By hand: pip install "fhir.resources==6.2.2" "pydantic<2"; python3 fhir.py FILE…
"""

import json
import sys

from fhir.resources import construct_fhir_element

for file in sys.argv[1:]:
    with open(file, encoding="utf-8") as text:
        given = json.load(text)
    read = construct_fhir_element(given["resourceType"], given)
    # What was read is written again: nothing was dropped, nothing was added.
    assert json.loads(read.json()) == given, file
    print(f"{file}: valid")
