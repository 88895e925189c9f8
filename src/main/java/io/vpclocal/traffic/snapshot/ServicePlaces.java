package io.vpclocal.traffic.snapshot;

import io.vpclocal.endpointservice.AwsServices;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.prefixlist.AwsPrefixList;
import io.vpclocal.network.prefixlist.AwsPrefixLists;
import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.AwsService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The internet addresses of AWS's services. Services with a prefix list have its addresses. Each other service has one
 * address in an AWS range that the emulator uses for nothing else (our guess: AWS publishes ranges, not the addresses
 * of services).
 */
@Component
class ServicePlaces {

    private static final IpAddress FIRST = IpAddress.parse("98.80.0.1");

    /** The names of service ranges in flow logs (AWS documentation, VPC User Guide); others are AMAZON. */
    private static final Map<String, String> RANGES = Map.of(
            "s3", "S3",
            "dynamodb", "DYNAMODB",
            "ec2", "EC2",
            "execute-api", "API_GATEWAY",
            "ebs", "EBS",
            "codebuild", "CODEBUILD",
            "kinesisvideo", "KINESIS_VIDEO_STREAMS");

    private final AwsServices services;
    private final AwsPrefixLists prefixLists;
    private final Map<String, List<AwsService>> byRegion = new ConcurrentHashMap<>();

    ServicePlaces(AwsServices services, AwsPrefixLists prefixLists) {
        this.services = services;
        this.prefixLists = prefixLists;
    }

    List<AwsService> of(String region) {
        return byRegion.computeIfAbsent(region, this::place);
    }

    private List<AwsService> place(String region) {
        Map<String, AwsService> placed = new LinkedHashMap<>();
        for (EndpointService service : services.inRegion(region)) {
            String prefixList = service.prefixList();
            if (prefixList != null) {
                prefixLists
                        .byName(region, prefixList)
                        .map(AwsPrefixList::id)
                        .ifPresent(id -> placed.put(
                                service.name(), new AwsService(service.name(), range(service.name()), List.of(), id)));
            }
        }
        int next = 0;
        for (String name : services.names(region)) {
            Cidr address = Cidr.single(FIRST.plus(next++));
            placed.computeIfAbsent(name, key -> new AwsService(key, range(key), List.of(address), null));
        }
        return List.copyOf(placed.values());
    }

    private static String range(String serviceName) {
        String shortName = serviceName.substring(serviceName.lastIndexOf('.') + 1);
        return Objects.requireNonNull(RANGES.getOrDefault(shortName, "AMAZON"));
    }
}
