package io.vpclocal.logs.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the events of a search.
 *
 * @param events in ascending order of their ids, in either direction; may be empty although more follow
 * @param next the position to continue after; null at the end of the search
 */
public record EventPage(List<FoundEvent> events, @Nullable EventId next) {}
