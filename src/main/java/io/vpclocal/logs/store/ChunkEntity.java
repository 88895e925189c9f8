package io.vpclocal.logs.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The head of a chunk: the columns that a search reads before the events. */
@Entity
@Table(name = "log_chunk")
class ChunkEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_chunk_seq")
    @SequenceGenerator(name = "log_chunk_seq", sequenceName = "log_chunk_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false)
    private long groupSeq;

    @Column(nullable = false, updatable = false)
    private long streamSeq;

    @Column(nullable = false)
    private long earliest;

    @Column(nullable = false)
    private long latest;

    @Column(nullable = false)
    private int events;

    @Column(nullable = false)
    private long messageBytes;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ChunkEntity() {}

    ChunkEntity(StreamKey stream, Chunk chunk) {
        this.groupSeq = stream.group();
        this.streamSeq = stream.stream();
        describe(chunk);
    }

    final void describe(Chunk chunk) {
        this.earliest = chunk.earliest();
        this.latest = chunk.latest();
        this.events = chunk.events();
        this.messageBytes = chunk.messageBytes();
    }

    long groupSeq() {
        return groupSeq;
    }

    long streamSeq() {
        return streamSeq;
    }

    long seq() {
        if (seq == null) {
            throw new IllegalStateException("The chunk has no row yet. Save it first.");
        }
        return seq;
    }

    long earliest() {
        return earliest;
    }

    long latest() {
        return latest;
    }

    int events() {
        return events;
    }

    long messageBytes() {
        return messageBytes;
    }
}
