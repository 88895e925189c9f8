package io.vpclocal.logs.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A run of events of one stream in one block of bytes. The head says what a search needs to pass a chunk by; the events
 * behind it are compressed and read one at a time.
 *
 * <pre>
 * byte  version        long  earliest timestamp    int  checksum of the body (CRC-32C)
 * int   events         long  latest timestamp      ...  body, deflated
 * long  message bytes
 * </pre>
 *
 * The body repeats, per event: timestamp and ingestion time as differences to the event before, in zigzag variable-length
 * integers, the length of the message in UTF-8 and its bytes.
 */
public final class Chunk {

    /** As many events as the index of an {@link EventId} can tell apart. */
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
     * Packs events, which keep their order.
     *
     * @throws IllegalArgumentException without any event, or with more than {@link #MAX_EVENTS}
     */
    public static Chunk pack(List<StoredEvent> events) {
        return ChunkWriter.write(events);
    }

    /**
     * Opens a block; the body is checked but not inflated.
     *
     * @throws IllegalArgumentException when the bytes are no chunk or were damaged
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

    /** The bytes to keep. Not a copy: do not change them. */
    public byte[] block() {
        return block;
    }

    public int events() {
        return events;
    }

    /** Bytes of all messages in UTF-8, which is what AWS bills and limits by. */
    public long messageBytes() {
        return messageBytes;
    }

    public long earliest() {
        return earliest;
    }

    public long latest() {
        return latest;
    }

    /** Whether an event of the chunk can lie in {@code [from, to]}, both inclusive. */
    public boolean overlaps(long from, long to) {
        return earliest <= to && latest >= from;
    }

    /** Reads the events from the first on. Close it, to give the decompressor's memory back early. */
    public ChunkReader read() {
        return new ChunkReader(block, events);
    }
}
