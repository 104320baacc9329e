/** Tokens: where they are kept, how they are fetched, and a type that never prints them. */
@org.jspecify.annotations.NullMarked
package io.signalbox.secret;
