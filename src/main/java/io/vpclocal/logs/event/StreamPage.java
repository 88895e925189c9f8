package io.vpclocal.logs.event;

import io.vpclocal.logs.store.EventId;
import io.vpclocal.logs.store.FoundEvent;
import java.util.List;

/** A page of a stream with the tokens to the pages on both sides of it. */
record StreamPage(List<FoundEvent> events, String forwardToken, String backwardToken) {

    /**
     * At an end of the stream the token for that direction is the one that was sent. The token back from there leads to
     * the page that the caller came from.
     */
    static StreamPage of(List<FoundEvent> events, StreamToken sent) {
        if (!events.isEmpty()) {
            return new StreamPage(
                    events,
                    StreamToken.forwardFrom(events.get(events.size() - 1).id()),
                    StreamToken.backwardFrom(events.get(0).id()));
        }
        EventId at = sent.position() == null ? EventId.startOf(0) : sent.position();
        return sent.forward()
                ? new StreamPage(events, StreamToken.forwardFrom(at), StreamToken.backwardFrom(at.next()))
                : new StreamPage(events, StreamToken.forwardFrom(at.previous()), StreamToken.backwardFrom(at));
    }
}
