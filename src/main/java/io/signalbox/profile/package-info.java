/** The profile of one environment as plain records; {@code profile.read} turns YAML into it. */
@org.jspecify.annotations.NullMarked
package io.signalbox.profile;
