package io.vpclocal.endpointservice;

import io.vpclocal.network.region.Region;
import io.vpclocal.network.region.Regions;
import java.util.List;

/** The services of AWS as the emulator offers them. */
final class OfferedServices {

    static final Regions regions = Regions.load();

    static final AwsServices services = new AwsServices(regions);

    private OfferedServices() {}

    static EndpointService interfaceService(String region, String suffix) {
        return services.find(region, "com.amazonaws." + region + "." + suffix).stream()
                .filter(service -> !service.isGateway())
                .findFirst()
                .orElseThrow(() -> new AssertionError(suffix + " is missing in " + region));
    }

    static List<Region> commercialRegions() {
        return regions.all().stream()
                .filter(region -> region.partition().equals("aws"))
                .toList();
    }
}
