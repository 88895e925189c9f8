package io.vpclocal.logs.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The heads of the chunks that a search has to read, ordered by their first event in the search's direction. */
final class ChunkHeads {

    private static final int PAGE = 500;
    /** With more streams than this, the search reads the heads of all streams of the group and filters them. */
    private static final int NAMED_STREAMS = 100;

    private static final String SELECT =
            "select new io.vpclocal.logs.store.ChunkHead(c.seq, c.groupSeq, c.streamSeq, c.earliest, c.latest, c.messageBytes)"
                    + " from ChunkEntity c where ";
    private static final String FORWARD = " and c.earliest >= :first and c.earliest <= :to and c.latest >= :from"
            + " and (c.earliest > :at or c.seq > :seq) order by c.earliest, c.seq";
    private static final String BACKWARD = " and c.latest <= :last and c.latest >= :from and c.earliest <= :to"
            + " and (c.latest < :at or c.seq < :seq) order by c.latest desc, c.seq desc";

    private final EntityManager entities;
    private final Search search;
    private final @Nullable Set<Long> wanted;
    private final Deque<ChunkHead> page = new ArrayDeque<>();
    private long at;
    private long seq;
    private boolean last;

    ChunkHeads(EntityManager entities, Search search) {
        this.entities = entities;
        this.search = search;
        Collection<Long> streams = search.streams();
        this.wanted = streams == null || streams.size() <= NAMED_STREAMS ? null : new HashSet<>(streams);
        this.at = search.forward() ? Long.MIN_VALUE : Long.MAX_VALUE;
        this.seq = at;
        this.last = search.from() > search.to() || (streams != null && streams.isEmpty());
    }

    /** The next head, which stays the next; null at the end. */
    @Nullable
    ChunkHead peek() {
        while (page.isEmpty() && !last) {
            read();
        }
        return page.peekFirst();
    }

    @Nullable
    ChunkHead poll() {
        ChunkHead head = peek();
        page.pollFirst();
        return head;
    }

    /** The following heads that are already loaded. */
    Iterable<ChunkHead> known() {
        return page;
    }

    private void read() {
        TypedQuery<ChunkHead> query =
                entities.createQuery(SELECT + streams() + (search.forward() ? FORWARD : BACKWARD), ChunkHead.class);
        if (search.forward()) {
            // No chunk spans a longer time, so an earlier start cannot reach the searched time.
            query.setParameter("first", Math.max(at, search.from() - EventStore.SPAN));
        } else {
            query.setParameter("last", Math.min(at, search.to() + EventStore.SPAN));
        }
        query.setParameter("from", search.from()).setParameter("to", search.to());
        query.setParameter("at", at).setParameter("seq", seq).setMaxResults(PAGE);
        if (named() == null) {
            query.setParameter("group", search.group());
        } else {
            query.setParameter("streams", named());
        }
        List<ChunkHead> heads = query.getResultList();
        last = heads.size() < PAGE;
        for (ChunkHead head : heads) {
            at = search.forward() ? head.earliest() : head.latest();
            seq = head.seq();
            if (wanted == null || wanted.contains(head.streamSeq())) {
                page.addLast(head);
            }
        }
    }

    private @Nullable Collection<Long> named() {
        return wanted == null ? search.streams() : null;
    }

    private String streams() {
        return named() == null ? "c.groupSeq = :group" : "c.streamSeq in (:streams)";
    }
}
