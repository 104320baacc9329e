/** From a YAML file to a {@link io.signalbox.profile.Profile}, with a message for each mistake. */
@org.jspecify.annotations.NullMarked
package io.signalbox.profile.read;
