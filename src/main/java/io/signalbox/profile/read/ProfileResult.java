package io.signalbox.profile.read;

import io.signalbox.profile.Problem;
import io.signalbox.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a profile.
 *
 * @param profile everything that could be read; null where not even a name and a source could
 * @param problems every mistake, in file order; the window loads the rest, headless verbs refuse
 */
public record ProfileResult(@Nullable Profile profile, List<Problem> problems) {}
