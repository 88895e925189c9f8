package io.vpclocal.logs.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Packs the events of a {@link Chunk}. */
final class ChunkWriter {

    private byte[] out = new byte[8192];
    private int size;

    private ChunkWriter() {}

    static Chunk write(List<StoredEvent> events) {
        if (events.isEmpty() || events.size() > Chunk.MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "A chunk must have 1 to " + Chunk.MAX_EVENTS + " events, not " + events.size());
        }
        ChunkWriter body = new ChunkWriter();
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        long messageBytes = 0;
        StoredEvent before = new StoredEvent(0, 0, "");
        for (StoredEvent event : events) {
            earliest = Math.min(earliest, event.timestamp());
            latest = Math.max(latest, event.timestamp());
            byte[] message = event.message().getBytes(StandardCharsets.UTF_8);
            messageBytes += message.length;
            body.zigzag(event.timestamp() - before.timestamp());
            body.zigzag(event.ingestionTime() - before.ingestionTime());
            body.varint(message.length);
            body.bytes(message);
            before = event;
        }
        byte[] block = deflate(body.out, body.size);
        ByteBuffer.wrap(block)
                .put(Chunk.VERSION)
                .putInt(events.size())
                .putLong(messageBytes)
                .putLong(earliest)
                .putLong(latest)
                .putInt(Chunk.checksum(block));
        return Chunk.open(block);
    }

    /** The compressed body, with space for the head before it. */
    private static byte[] deflate(byte[] body, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(body, 0, length);
            deflater.finish();
            byte[] block = new byte[Chunk.HEAD + 64 + length / 3];
            int at = Chunk.HEAD;
            while (!deflater.finished()) {
                if (at == block.length) {
                    block = Arrays.copyOf(block, block.length * 2);
                }
                at += deflater.deflate(block, at, block.length - at);
            }
            return Arrays.copyOf(block, at);
        } finally {
            deflater.end();
        }
    }

    private void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void varint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        out[size++] = (byte) rest;
    }

    private void bytes(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
    }

    private void reserve(int more) {
        if (out.length - size < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
