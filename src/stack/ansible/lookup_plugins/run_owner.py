# Who runs this playbook: enough for the next run to see whether this one still lives.
from __future__ import annotations

import getpass
import multiprocessing
import os
import socket
import time

from ansible.plugins.lookup import LookupBase

DOCUMENTATION = """
name: run_owner
short_description: the ansible-playbook process that runs this
description: Gives host, boot, pid, start of the process, user, at and run, an identity of the run.
options:
  _terms:
    description: the identity of the run where the caller has one (a console's), else made from the process
"""


class LookupModule(LookupBase):
    def run(self, terms, variables=None, **kwargs):
        parent = multiprocessing.parent_process()
        pid = parent.pid if parent else os.getpid()
        host = socket.gethostname()
        with open("/proc/%d/stat" % pid) as stat:
            start = stat.read().rsplit(")", 1)[1].split()[19]
        with open("/proc/sys/kernel/random/boot_id") as boot_id:
            boot = boot_id.read().strip()
        given = str(terms[0]) if terms and terms[0] else ""
        return [
            {
                "run": given or "%s-%d-%s" % (host.split(".")[0], pid, start),
                "host": host,
                "boot": boot,
                "pid": pid,
                "start": start,
                "user": os.environ.get("SUDO_USER") or getpass.getuser(),
                "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            }
        ]
