package io.vpclocal.logs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

class EventIdTest {

    private static final Gen<EventId> IDS = longs().between(0, (1L << 41) - 1)
            .zip(longs().between(0, 1L << 42), longs().all(), integers().between(0, 65_535), EventId::new);

    /** Published samples of AWS. The sample events contain the times. */
    @ParameterizedTest
    @CsvSource({
        "31961209122358285602261756944988674324553373268216709120, 1433190184356, 1433190494190, 0",
        "37976342262953223179038144714945888722564951965555163136, 1702918083000, 1702918115121, 0"
    })
    void parse_publishedSamples(String text, long timestamp, long ingestionTime, int index) {
        EventId id = EventId.parse(text);
        assertThat(id.timestamp()).isEqualTo(timestamp);
        assertThat(id.ingestionTime()).isEqualTo(ingestionTime);
        assertThat(id.index()).isEqualTo(index);
        assertThat(id).hasToString(text);
    }

    @Test
    void text_roundTripsAndSortsAsTheNumber() {
        qt().forAll(IDS, IDS).checkAssert((one, other) -> {
            assertThat(EventId.parse(one.toString())).isEqualTo(one);
            assertThat(one.toString()).hasSize(56);
            assertThat(Integer.signum(one.compareTo(other)))
                    .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())))
                    .isEqualTo(new BigInteger(one.toString()).compareTo(new BigInteger(other.toString())));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "99999999999999999999999999999999999999999999999999999999", "f/3196"})
    void parse_rejectsOtherText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventId.parse(text));
    }

    @Test
    void nextAndPrevious_areNeighbours() {
        qt().forAll(IDS.assuming(id -> id.timestamp() > 0)).checkAssert(id -> {
            BigInteger number = new BigInteger(id.toString());
            assertThat(new BigInteger(id.next().toString())).isEqualTo(number.add(BigInteger.ONE));
            assertThat(id.next().previous()).isEqualTo(id);
        });
        assertThat(EventId.startOf(0).previous()).isEqualTo(EventId.startOf(0));
    }
}
