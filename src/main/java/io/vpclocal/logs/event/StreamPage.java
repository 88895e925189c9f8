package io.vpclocal.logs.event;

import io.vpclocal.logs.store.EventId;
import io.vpclocal.logs.store.FoundEvent;
import java.util.List;

/** A page of a stream, with the tokens of the next and the previous page. */
record StreamPage(List<FoundEvent> events, String forwardToken, String backwardToken) {

    /**
     * At an end of the stream the token for that direction is the sent one. The opposite token leads to the caller's
     * previous page.
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
