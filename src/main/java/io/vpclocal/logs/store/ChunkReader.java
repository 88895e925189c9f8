package io.vpclocal.logs.store;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the events of a {@link Chunk} in order and inflates only the requested part. Messages become text only on
 * request. Not thread-safe.
 */
public final class ChunkReader implements AutoCloseable {

    private static final int WINDOW = 32 * 1024;

    private final Inflater inflater = new Inflater(true);
    private final int events;
    private byte[] window = new byte[WINDOW];
    private int from;
    private int to;
    private int index = -1;
    private int length;
    private long timestamp;
    private long ingestionTime;

    ChunkReader(byte[] block, int events) {
        this.events = events;
        inflater.setInput(block, Chunk.HEAD, block.length - Chunk.HEAD);
    }

    /** Moves to the next event, at first to the first one. False at the end. */
    public boolean advance() {
        if (index + 1 >= events) {
            return false;
        }
        from += length;
        timestamp += zigzag();
        ingestionTime += zigzag();
        length = (int) varint();
        need(length);
        index++;
        return true;
    }

    /** The event's place in the chunk, from 0. */
    public int index() {
        return index;
    }

    /** Milliseconds since 1970. */
    public long timestamp() {
        return timestamp;
    }

    /** Milliseconds since 1970. */
    public long ingestionTime() {
        return ingestionTime;
    }

    /** Length of the message in UTF-8. */
    public int messageBytes() {
        return length;
    }

    public String message() {
        return new String(window, from, length, StandardCharsets.UTF_8);
    }

    public StoredEvent event() {
        return new StoredEvent(timestamp, ingestionTime, message());
    }

    @Override
    public void close() {
        index = events;
        inflater.end();
    }

    private long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            need(1);
            byte next = window[from++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** Ensures that the window has this many bytes after {@link #from}. */
    private void need(int bytes) {
        if (to - from >= bytes) {
            return;
        }
        byte[] target = bytes > window.length ? new byte[Math.max(bytes, window.length * 2)] : window;
        System.arraycopy(window, from, target, 0, to - from);
        window = target;
        to -= from;
        from = 0;
        try {
            while (to < bytes) {
                int read = inflater.inflate(window, to, window.length - to);
                if (read == 0) {
                    throw new IllegalStateException("Chunk of log events ends within event " + (index + 1));
                }
                to += read;
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("Damaged chunk of log events", e);
        }
    }
}
