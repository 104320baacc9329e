/** The adapter over Apache MINA SSHD, with OpenSSH's own configuration and known hosts. */
@org.jspecify.annotations.NullMarked
package io.signalbox.remote.ssh;
