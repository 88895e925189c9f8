package io.vpclocal.identity.iam.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.vpclocal.protocol.Ids;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyIdsTest {

    private final Ids ids = new Ids(new Random(7));

    /** Expected: decoded from key ids of known accounts. */
    @ParameterizedTest
    @CsvSource({"ASIAQAAAAAAAGMKEM7X5, 000000000000", "AKIARZPUZDIKGB2VALC4, 123456789012"})
    void theAccountIsInTheId(String id, String account) {
        assertThat(AccessKeyIds.account(id)).contains(account);
    }

    @Test
    void everyAccountCanBeDecoded() {
        qt().forAll(longs().between(0, 999_999_999_999L)).checkAssert(number -> {
            String account = String.format(Locale.ROOT, "%012d", number);
            String id = AccessKeyIds.next("AKIA", account, ids);
            assertThat(id).hasSize(20);
            assertThat(AccessKeyIds.account(id)).contains(account);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "123456789012", "AKIA", "LKIAQAAAAAAAGMKEM7X5", "AKIAIOSFODNN7EXAMPLEX"})
    void otherFormsHaveNoAccount(String id) {
        assertThat(AccessKeyIds.wellFormed(id)).isFalse();
        assertThat(AccessKeyIds.account(id)).isEmpty();
    }
}
