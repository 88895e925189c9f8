package io.vpclocal.logs.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Consecutive events of one stream in one block of bytes. The head has the fields by which a search skips a chunk. The
 * events after it are compressed and read one at a time.
 *
 * <pre>
 * byte  version        long  earliest timestamp    int  checksum of the body (CRC-32C)
 * int   events         long  latest timestamp      ...  body, deflated
 * long  message bytes
 * </pre>
 *
 * Each event in the body has its timestamp and ingestion time as differences to the previous event, then the length and
 * the bytes of its message in UTF-8. Numbers are zigzag variable-length integers.
 */
public final class Chunk {

    /** The number of events that the index of an {@link EventId} can number. */
    public static final int MAX_EVENTS = 65_536;

    static final int HEAD = 1 + Integer.BYTES + 3 * Long.BYTES + Integer.BYTES;
    static final byte VERSION = 1;

    private final byte[] block;
    private final int events;
    private final long messageBytes;
    private final long earliest;
    private final long latest;

    private Chunk(byte[] block, int events, long messageBytes, long earliest, long latest) {
        this.block = block;
        this.events = events;
        this.messageBytes = messageBytes;
        this.earliest = earliest;
        this.latest = latest;
    }

    /**
     * Packs events in their order.
     *
     * @throws IllegalArgumentException for no event, or for more than {@link #MAX_EVENTS}
     */
    public static Chunk pack(List<StoredEvent> events) {
        return ChunkWriter.write(events);
    }

    /**
     * Opens a block. The body's checksum is verified, but the body is not inflated.
     *
     * @throws IllegalArgumentException if the bytes are not a chunk or are damaged
     */
    public static Chunk open(byte[] block) {
        if (block.length < HEAD || block[0] != VERSION) {
            throw new IllegalArgumentException("Not a chunk of log events");
        }
        ByteBuffer head = ByteBuffer.wrap(block, 1, HEAD - 1);
        Chunk chunk = new Chunk(block, head.getInt(), head.getLong(), head.getLong(), head.getLong());
        if (head.getInt() != checksum(block) || chunk.events < 1 || chunk.events > MAX_EVENTS) {
            throw new IllegalArgumentException("Damaged chunk of log events");
        }
        return chunk;
    }

    static int checksum(byte[] block) {
        CRC32C crc = new CRC32C();
        crc.update(block, HEAD, block.length - HEAD);
        return (int) crc.getValue();
    }

    /** The bytes to store. Not a copy: callers must not change them. */
    public byte[] block() {
        return block;
    }

    public int events() {
        return events;
    }

    /** The bytes of all messages in UTF-8, AWS's measure for prices and limits. */
    public long messageBytes() {
        return messageBytes;
    }

    public long earliest() {
        return earliest;
    }

    public long latest() {
        return latest;
    }

    /** True if an event of the chunk can be in {@code [from, to]}, both inclusive. */
    public boolean overlaps(long from, long to) {
        return earliest <= to && latest >= from;
    }

    /** Reads the events from the first one. Close the reader to free the decompressor's memory early. */
    public ChunkReader read() {
        return new ChunkReader(block, events);
    }
}
