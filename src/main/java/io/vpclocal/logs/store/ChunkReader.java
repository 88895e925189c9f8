package io.vpclocal.logs.store;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the events of a {@link Chunk} one at a time, inflating only what was asked for. Not for several threads. */
public final class ChunkReader implements Iterator<StoredEvent>, AutoCloseable {

    private static final int WINDOW = 16 * 1024;

    private final Inflater inflater = new Inflater(true);
    private final int events;
    private byte[] window = new byte[WINDOW];
    private int from;
    private int to;
    private int index;
    private long timestamp;
    private long ingestionTime;

    ChunkReader(byte[] block, int events) {
        this.events = events;
        inflater.setInput(block, Chunk.HEAD, block.length - Chunk.HEAD);
    }

    @Override
    public boolean hasNext() {
        return index < events;
    }

    /** Place in the chunk of the event that {@link #next} gives next, from 0. */
    public int index() {
        return index;
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        timestamp += zigzag();
        ingestionTime += zigzag();
        int length = (int) varint();
        need(length);
        String message = new String(window, from, length, StandardCharsets.UTF_8);
        from += length;
        index++;
        return new StoredEvent(timestamp, ingestionTime, message);
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

    /** Makes sure that this many bytes lie in the window from {@link #from} on. */
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
                    throw new IllegalStateException("Chunk of log events ends within event " + index);
                }
                to += read;
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("Damaged chunk of log events", e);
        }
    }
}
