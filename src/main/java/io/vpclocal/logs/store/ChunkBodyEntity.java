package io.vpclocal.logs.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The events of a chunk, stored apart from its head. */
@Entity
@Table(name = "log_chunk_body")
class ChunkBodyEntity {

    @Id
    private long seq;

    @Column(nullable = false)
    private byte[] block;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ChunkBodyEntity() {}

    ChunkBodyEntity(long seq, Chunk chunk) {
        this.seq = seq;
        this.block = chunk.block();
    }

    Chunk chunk() {
        return Chunk.open(block);
    }

    void replace(Chunk chunk) {
        this.block = chunk.block();
    }
}
