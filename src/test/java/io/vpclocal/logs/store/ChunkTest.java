package io.vpclocal.logs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class ChunkTest {

    private static final Gen<StoredEvent> EVENT = longs().all()
            .zip(
                    longs().between(0, 2_000_000_000_000L),
                    strings()
                            .basicMultilingualPlaneAlphabet()
                            .ofLengthBetween(0, 60)
                            .map(ChunkTest::encodable),
                    StoredEvent::new);

    /** A lone surrogate has no encoding in UTF-8 and cannot arrive in a request. */
    private static String encodable(String text) {
        return text.replaceAll("[\\ud800-\\udfff]", "x");
    }

    @Test
    void pack_keepsEveryEvent() {
        qt().forAll(lists().of(EVENT).ofSizeBetween(1, 80)).checkAssert(events -> {
            Chunk chunk = Chunk.open(Chunk.pack(events).block());
            assertThat(read(chunk)).isEqualTo(events);
            assertThat(chunk.events()).isEqualTo(events.size());
            assertThat(chunk.earliest())
                    .isEqualTo(events.stream()
                            .mapToLong(StoredEvent::timestamp)
                            .min()
                            .getAsLong());
            assertThat(chunk.latest())
                    .isEqualTo(events.stream()
                            .mapToLong(StoredEvent::timestamp)
                            .max()
                            .getAsLong());
        });
    }

    @Test
    void open_rejectsAnyDamage() {
        byte[] block = Chunk.pack(List.of(new StoredEvent(1, 2, "three"), new StoredEvent(4, 5, "six")))
                .block();
        qt().forAll(
                        integers().between(Chunk.HEAD - 4, block.length - 1),
                        integers().between(1, 255))
                .checkAssert((at, change) -> {
                    byte[] damaged = block.clone();
                    damaged[at] ^= (byte) (int) change;
                    assertThatIllegalArgumentException().isThrownBy(() -> Chunk.open(damaged));
                });
        assertThatIllegalArgumentException().isThrownBy(() -> Chunk.open(new byte[3]));
    }

    @Test
    void largeMessages_growTheWindow() {
        List<StoredEvent> events = List.of(
                new StoredEvent(0, 0, "a".repeat(1_000_000)),
                new StoredEvent(0, 0, ""),
                new StoredEvent(0, 0, "\u20ac".repeat(300_000)));
        Chunk chunk = Chunk.pack(events);
        assertThat(read(chunk)).isEqualTo(events);
        assertThat(chunk.messageBytes()).isEqualTo(1_900_000);
    }

    @Test
    void flowLogRecords_compressWell() {
        List<StoredEvent> events = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            events.add(new StoredEvent(
                    1418530010000L + i * 60_000L,
                    1418530070123L + i * 60_000L,
                    "2 123456789010 eni-1235b8ca123456789 172.31.16." + i % 250 + " 172.31.16.21 " + (20000 + i * 7)
                            + " 22 6 20 " + 100 * i + " " + (1418530010 + i * 60) + " " + (1418530070 + i * 60)
                            + " ACCEPT OK"));
        }
        Chunk chunk = Chunk.pack(events);
        assertThat(chunk.block().length).isLessThan((int) (chunk.messageBytes() / 4));
    }

    @Test
    void overlaps_isInclusive() {
        Chunk chunk = Chunk.pack(List.of(new StoredEvent(10, 0, "a"), new StoredEvent(20, 0, "b")));
        assertThat(chunk.overlaps(20, 30)).isTrue();
        assertThat(chunk.overlaps(0, 10)).isTrue();
        assertThat(chunk.overlaps(21, 30)).isFalse();
        assertThat(chunk.overlaps(0, 9)).isFalse();
    }

    @Test
    void pack_rejectsNoneAndTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> Chunk.pack(List.of()));
        List<StoredEvent> tooMany = Collections.nCopies(Chunk.MAX_EVENTS + 1, new StoredEvent(0, 0, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Chunk.pack(tooMany));
    }

    private static List<StoredEvent> read(Chunk chunk) {
        List<StoredEvent> events = new ArrayList<>();
        try (ChunkReader reader = chunk.read()) {
            while (reader.advance()) {
                assertThat(reader.index()).isEqualTo(events.size());
                events.add(reader.event());
            }
        }
        return events;
    }
}
