package io.vpclocal.logs.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of a search in order, a few bodies at a time. */
final class ChunkWalk {

    private static final int AHEAD = 8;

    /** A chunk with its head. */
    record Found(ChunkHead head, Chunk chunk) {}

    private final EntityManager entities;
    private final Search search;
    private final ChunkHeads heads;
    private final Map<Long, byte[]> bodies = new HashMap<>();

    ChunkWalk(EntityManager entities, Search search) {
        this.entities = entities;
        this.search = search;
        this.heads = new ChunkHeads(entities, search);
    }

    /**
     * The bound for events of all further chunks: no earlier timestamp in a forward search, no later one in a backward
     * search. Null without further chunks.
     */
    @Nullable
    Long frontier() {
        ChunkHead head = heads.peek();
        if (head == null) {
            return null;
        }
        return search.forward() ? head.earliest() : head.latest();
    }

    /** The next chunk; null at the end. */
    @Nullable
    Found next() {
        for (ChunkHead head = heads.poll(); head != null; head = heads.poll()) {
            if (!bodies.containsKey(head.seq())) {
                readAhead(head);
            }
            byte[] block = bodies.remove(head.seq());
            // A missing body means that the chunk was deleted after its head was read.
            if (block != null) {
                return new Found(head, Chunk.open(block));
            }
        }
        return null;
    }

    private void readAhead(ChunkHead first) {
        List<Long> seqs = new ArrayList<>(AHEAD);
        seqs.add(first.seq());
        for (ChunkHead head : heads.known()) {
            if (seqs.size() == AHEAD) {
                break;
            }
            seqs.add(head.seq());
        }
        entities.createQuery("select b.seq, b.block from ChunkBodyEntity b where b.seq in (:seqs)", Object[].class)
                .setParameter("seqs", seqs)
                .getResultList()
                .forEach(row -> bodies.put((Long) row[0], (byte[]) row[1]));
    }
}
