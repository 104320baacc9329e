#!/usr/bin/python
# Unpacks a release so that its folder is there whole or not at all: unpacked beside, then renamed.
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = """
module: release_unpack
short_description: unpacks a checked archive into a folder of its own
description: [unpacks a checked archive into a folder of its own]
options:
  archive: {type: path, required: true, description: "the archive on this host"}
  sha256: {type: str, required: true, description: "the checksum it has to have"}
  dest: {type: path, required: true, description: "the folder of the release"}
"""

import hashlib
import os
import shutil

from ansible.module_utils.basic import AnsibleModule


def checksum(path):
    digest = hashlib.sha256()
    with open(path, "rb") as data:
        for chunk in iter(lambda: data.read(1048576), b""):
            digest.update(chunk)
    return digest.hexdigest()


def main():
    module = AnsibleModule(
        argument_spec={
            "archive": {"type": "path", "required": True},
            "sha256": {"type": "str", "required": True},
            "dest": {"type": "path", "required": True},
        },
        supports_check_mode=True,
    )
    p = module.params
    dest, seal = p["dest"], os.path.join(p["dest"], ".sha256")
    sealed = ""
    if os.path.isfile(seal):
        with open(seal) as told:
            sealed = told.read().strip()
    diff = {"before": "", "after": "%s from %s\n" % (dest, os.path.basename(p["archive"]))}
    if sealed == p["sha256"]:
        module.exit_json(changed=False)
    if module.check_mode:
        module.exit_json(changed=True, diff=diff)
    part = "%s/.%s.part" % (os.path.dirname(dest), os.path.basename(dest))
    try:
        found = checksum(p["archive"])
        if found != p["sha256"]:
            module.fail_json(msg="%s arrived damaged: its checksum is %s, not %s. Nothing was stopped." % (p["archive"], found[:12], p["sha256"][:12]))
        shutil.rmtree(part, ignore_errors=True)
        os.makedirs(part, 0o755)
        rc, _, err = module.run_command([module.get_bin_path("tar", True), "-xzf", p["archive"], "-C", part, "--no-same-owner"])
        if rc != 0:
            module.fail_json(msg="%s cannot be unpacked: %s. Nothing was stopped." % (p["archive"], err.strip()[:500]))
        with open(os.path.join(part, ".sha256"), "w") as told:
            told.write(p["sha256"] + "\n")
            told.flush()
            os.fsync(told.fileno())
        if os.path.isdir(dest):
            # the same version from another archive: what ran stays until the new one is whole
            shutil.rmtree(dest + ".old", ignore_errors=True)
            os.rename(dest, dest + ".old")
        os.rename(part, dest)
        shutil.rmtree(dest + ".old", ignore_errors=True)
    except (IOError, OSError) as e:
        module.fail_json(msg="%s cannot be written: %s. Nothing was stopped." % (dest, e))
    module.exit_json(changed=True, diff=diff)


if __name__ == "__main__":
    main()
