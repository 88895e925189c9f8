package io.vpclocal.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.AwsService;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkPojo;

/** Tests every operation of every service, also those that are not implemented. */
class RoundTripIT {

    @ParameterizedTest
    @EnumSource
    void everyOperationSurvivesTheWire(AwsService service) throws Exception {
        try (RoundTrip trip = new RoundTrip(service)) {
            Map<String, Class<? extends SdkPojo>> operations = trip.operations();
            assertThat(operations).hasSizeGreaterThan(10);
            int seed = 0;
            for (Map.Entry<String, Class<? extends SdkPojo>> operation : operations.entrySet()) {
                trip.check(operation.getKey(), operation.getValue(), seed++);
            }
        }
    }
}
