package io.vpclocal.network.subnet;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.resource.Ec2Errors;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses and checks the zone and the CIDR blocks of a subnet. */
@Component
class SubnetPlaces {

    private final Regions regions;

    SubnetPlaces(Regions regions) {
        this.regions = regions;
    }

    /** The zone with that name or id; the Region's first zone if none is given. */
    AvailabilityZone zone(String region, @Nullable String name, @Nullable String id) {
        List<AvailabilityZone> zones =
                regions.find(region).map(found -> found.zones()).orElse(List.of());
        if (name != null && id != null) {
            throw SubnetErrors.nameOrId();
        }
        if (name != null) {
            return zone(zones, name, "availabilityZone", AvailabilityZone::name);
        }
        return id == null ? zones.get(0) : zone(zones, id, "availabilityZoneId", AvailabilityZone::id);
    }

    /** An IPv4 block from /16 to /28, with the bits below the prefix cleared. */
    static Cidr ipv4(String text) {
        Cidr cidr = Cidr.parse(text).filter(Cidr::v4).orElseThrow(() -> Ec2Errors.notACidr("cidrBlock", text));
        if (cidr.prefix() < SubnetLimits.SMALLEST_PREFIX || cidr.prefix() > SubnetLimits.LARGEST_PREFIX) {
            throw SubnetErrors.outOfRange(text);
        }
        return cidr;
    }

    static Cidr ipv6(String text) {
        Cidr cidr = Cidr.parse(text)
                .filter(parsed -> !parsed.v4())
                .orElseThrow(() -> Ec2Errors.notACidr("ipv6CidrBlock", text));
        if (cidr.prefix() < SubnetLimits.SMALLEST_IPV6_PREFIX
                || cidr.prefix() > SubnetLimits.LARGEST_IPV6_PREFIX
                || cidr.prefix() % SubnetLimits.IPV6_PREFIX_STEP != 0) {
            throw SubnetErrors.outOfRange(text);
        }
        return cidr;
    }

    /**
     * The VPC's block that contains a subnet's block.
     *
     * @param text the subnet's block as sent, which the error quotes
     * @return its association id
     */
    static String vpcBlock(VpcEntity vpc, Cidr cidr, String text) {
        return vpc.associationWith(cidr).orElseThrow(() -> SubnetErrors.outOfRange(text));
    }

    static void requireFree(List<SubnetEntity> others, Cidr cidr, String text) {
        if (others.stream().anyMatch(other -> overlaps(other, cidr))) {
            throw SubnetErrors.conflict(text);
        }
    }

    /** The first free block of that size. */
    static Optional<Cidr> firstFree(Cidr range, int prefix, List<SubnetEntity> others) {
        BigInteger step = BigInteger.ONE.shiftLeft(range.bits() - prefix);
        for (BigInteger at = range.network(); at.compareTo(range.last()) < 0; at = at.add(step)) {
            Cidr candidate = new Cidr(at, prefix, range.bits());
            if (others.stream().noneMatch(other -> overlaps(other, candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean overlaps(SubnetEntity subnet, Cidr cidr) {
        return (cidr.v4() ? subnet.cidr() : subnet.ipv6Cidr())
                .filter(cidr::overlaps)
                .isPresent();
    }

    private static AvailabilityZone zone(
            List<AvailabilityZone> zones, String wanted, String parameter, Function<AvailabilityZone, String> name) {
        return zones.stream()
                .filter(zone -> name.apply(zone).equals(wanted))
                .findFirst()
                .orElseThrow(() -> SubnetErrors.noSuchZone(
                        wanted, parameter, zones.stream().map(name).toList()));
    }
}
