package io.vpclocal.logs.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the events of a search.
 *
 * @param events in ascending order of their ids, whatever the direction; possibly none though there is more
 * @param next the position behind which to go on; null when everything was looked at
 */
public record EventPage(List<FoundEvent> events, @Nullable EventId next) {}
