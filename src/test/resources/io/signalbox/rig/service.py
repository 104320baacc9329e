#!/usr/bin/python3 -SE
"""One component of the shop: says the version it was started with at /version, and its health.

Arguments: the host's root folder, the component, the unit, the port. Files under <root>/break
change its answers while it runs: "<unit>.health" holds "all" or a version that is not healthy.
"""
import json
import os
import socket
import sys

root, component, unit, port = sys.argv[1:5]
# a real service keeps serving what it was started with, whatever lies on the disk by now
version = open(f"{root}/opt/shop/current/{component}/version.txt").read().strip()


def broken():
    try:
        word = open(f"{root}/break/{unit}.health").read().strip()
    except FileNotFoundError:
        return False
    return word in ("all", version)


def answer(path):
    if path == "/version":
        return 200, {"version": version, "component": component}
    if path == "/health":
        return (503, {"status": "DOWN"}) if broken() else (200, {"status": "UP"})
    if path == "/":
        return 200, {"page": "home"}
    return 404, {"error": "no such page"}


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", int(port)))
server.listen(16)
with open(f"{root}/run/{unit}.ready", "w") as ready:
    ready.write(version)
while True:
    client, _ = server.accept()
    try:
        client.settimeout(2)
        line = client.recv(4096).decode("latin-1").split("\r\n", 1)[0].split(" ")
        status, body = answer(line[1].split("?")[0] if len(line) > 1 else "/")
        text = json.dumps(body).encode()
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n"
        client.sendall(f"{head}Content-Length: {len(text)}\r\nConnection: close\r\n\r\n".encode() + text)
    except OSError:
        pass  # the asker went away
    finally:
        client.close()
