/**
 * The second person: requests to approve a plan, the signatures that answer them, and the check of
 * those with {@code ssh-keygen -Y}.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.approval;
