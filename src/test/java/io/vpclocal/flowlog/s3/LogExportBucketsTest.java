package io.vpclocal.flowlog.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.ExportBuckets.Access;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogExportBucketsTest {

    @ParameterizedTest
    @CsvSource({"THERE, GRANTED", "MISSING, MISSING", "DENIED, DENIED", "UNREACHABLE, UNREACHABLE"})
    void states(ObjectStore.BucketState state, Access access) {
        ObjectStore store = new ObjectStore() {
            @Override
            public BucketState bucket(String bucket) {
                return state;
            }

            @Override
            public void put(String bucket, String key, byte[] content, String contentType) {
                throw new AssertionError();
            }
        };
        assertThat(new LogExportBuckets(store).check("exports")).isEqualTo(access);
    }
}
