#!/usr/bin/python
# An artifact on the control host: whole, with the checksum that was published, and of the version
# it is named after. Reads only.
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = """
module: artifact_check
short_description: checks a release's archive before anything is changed
description: [checks a release's archive before anything is changed]
options:
  path: {type: path, required: true, description: "the .tar.gz; its checksum lies beside it with .sha256 at the end"}
  version: {type: str, required: true, description: "what its manifest has to say"}
"""

import hashlib
import json
import os
import tarfile

from ansible.module_utils.basic import AnsibleModule


def main():
    module = AnsibleModule(
        argument_spec={"path": {"type": "path", "required": True}, "version": {"type": "str", "required": True}},
        supports_check_mode=True,
    )
    path, version = module.params["path"], module.params["version"]

    def refuse(words):
        module.fail_json(msg="%s %s. Nothing was changed." % (path, words))

    for needed in (path, path + ".sha256"):
        if not os.path.isfile(needed):
            module.fail_json(msg="%s is not there. Nothing was changed." % needed)
    with open(path + ".sha256") as told:
        words = told.read().split()
    digest = hashlib.sha256()
    with open(path, "rb") as data:
        for chunk in iter(lambda: data.read(1048576), b""):
            digest.update(chunk)
    if not words or digest.hexdigest() != words[0].lower():
        refuse("does not have the checksum in %s.sha256 (%s, not %s)" % (path, digest.hexdigest()[:12], (words or ["nothing"])[0][:12]))
    manifest = {}
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                if member.name.startswith("/") or ".." in member.name.split("/"):
                    refuse("holds the unsafe path %s" % member.name)
                if member.name.lstrip("./") == "manifest.json" and member.isfile():
                    manifest = json.loads(archive.extractfile(member).read().decode("utf-8"))
    except (tarfile.TarError, EOFError, IOError, OSError, ValueError) as e:
        refuse("cannot be read to its end (%s)" % e)
    if str(manifest.get("version")) != version:
        refuse("says in its manifest.json that it is version %s, not %s" % (manifest.get("version"), version))
    module.exit_json(changed=False, sha256=digest.hexdigest(), manifest=manifest)


if __name__ == "__main__":
    main()
