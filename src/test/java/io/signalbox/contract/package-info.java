/** What a real server and its simulator must both do when the console's own clients ask them. */
@org.jspecify.annotations.NullMarked
package io.signalbox.contract;
