package io.vpclocal.traffic.instance;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceMarketOptionsRequest;
import software.amazon.awssdk.services.ec2.model.LaunchSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.SpotMarketOptions;

/**
 * What makes instances to create spot instances: a one-time request for each.
 *
 * @param maxPrice null for none
 * @param specification the launch as a spot request shows it, without the place of the instance
 */
record LaunchSpot(@Nullable String maxPrice, LaunchSpecification specification) {

    /** As spot requests show a price. */
    private static final int DECIMALS = 6;

    private static final String TERMINATE = "terminate";

    /**
     * Null for a launch on demand. Other markets and persistent requests have been refused before.
     *
     * @throws io.vpclocal.protocol.AwsException if an option is invalid
     */
    static @Nullable LaunchSpot of(RunInstancesRequest request) {
        InstanceMarketOptionsRequest market = request.instanceMarketOptions();
        SpotMarketOptions options = market == null ? null : market.spotOptions();
        if (!wanted(request)) {
            if (options != null) {
                throw CommonErrors.missingParameter(AwsService.EC2, "InstanceMarketOptions.MarketType");
            }
            return null;
        }
        String behavior = options == null ? null : options.instanceInterruptionBehaviorAsString();
        if (Params.given(behavior) != null && !TERMINATE.equals(behavior)) {
            throw SpotErrors.behavior(behavior);
        }
        return new LaunchSpot(options == null ? null : price(options.maxPrice()), specification(request));
    }

    /** True for a launch of spot instances. */
    static boolean wanted(RunInstancesRequest request) {
        InstanceMarketOptionsRequest market = request.instanceMarketOptions();
        return market != null && Params.given(market.marketTypeAsString()) != null;
    }

    private static @Nullable String price(@Nullable String text) {
        if (Params.given(text) == null) {
            return null;
        }
        try {
            BigDecimal price = new BigDecimal(text);
            // A price with an exponent could have any length.
            if (price.signum() <= 0 || price.precision() > DECIMALS * 2 || Math.abs(price.scale()) > DECIMALS) {
                throw SpotErrors.badPrice(text);
            }
            return price.setScale(DECIMALS, RoundingMode.UNNECESSARY).toPlainString();
        } catch (NumberFormatException e) {
            throw SpotErrors.badPrice(text);
        }
    }

    private static LaunchSpecification specification(RunInstancesRequest request) {
        boolean monitored = request.monitoring() != null
                && Params.isTrue(request.monitoring().enabled());
        return LaunchSpecification.builder()
                .imageId(request.imageId())
                .instanceType(Launch.type(request))
                .keyName(request.keyName())
                .ebsOptimized(request.ebsOptimized())
                .iamInstanceProfile(request.iamInstanceProfile())
                .blockDeviceMappings(request.blockDeviceMappings())
                .networkInterfaces(request.networkInterfaces())
                .monitoring(m -> m.enabled(monitored))
                .build();
    }
}
