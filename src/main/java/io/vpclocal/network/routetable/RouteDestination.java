package io.vpclocal.network.routetable;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The destination of a route.
 *
 * @param text a CIDR block in canonical form, or a prefix list's id
 */
public record RouteDestination(Kind kind, String text) {

    /** The ranges that no route can lead to (VPC User Guide, route table concepts). */
    private static final List<Cidr> RESERVED = Stream.of("169.254.168.0/22", "fd00:ec2::/32")
            .flatMap(range -> Cidr.parse(range).stream())
            .toList();

    /** The kinds of destination. */
    public enum Kind {
        IPV4("DestinationCidrBlock", "destination-cidr-block"),
        IPV6("DestinationIpv6CidrBlock", "destination-ipv6-cidr-block"),
        PREFIX_LIST("DestinationPrefixListId", "destination-prefix-list-id");

        private final String member;
        private final String dashed;

        Kind(String member, String dashed) {
            this.member = member;
            this.dashed = dashed;
        }

        String parameter() {
            return Character.toLowerCase(member.charAt(0)) + member.substring(1);
        }

        String dashed() {
            return dashed;
        }
    }

    /** The destination as it is stored. */
    static RouteDestination parse(String text) {
        if (text.startsWith("pl-")) {
            return new RouteDestination(Kind.PREFIX_LIST, text);
        }
        return new RouteDestination(text.indexOf(':') < 0 ? Kind.IPV4 : Kind.IPV6, text);
    }

    static RouteDestination of(Cidr cidr) {
        return new RouteDestination(cidr.v4() ? Kind.IPV4 : Kind.IPV6, cidr.toString());
    }

    /**
     * The one destination that a request names.
     *
     * @throws AwsException if it names no destination, several, or an invalid CIDR block
     */
    static RouteDestination of(SdkPojo request) {
        List<RouteDestination> given = new ArrayList<>();
        for (SdkField<?> field : request.sdkFields()) {
            for (Kind kind : Kind.values()) {
                if (kind.member.equals(field.memberName())
                        && field.getValueOrDefault(request) instanceof String text
                        && !text.isEmpty()) {
                    given.add(new RouteDestination(kind, text));
                }
            }
        }
        if (given.size() != 1) {
            throw RouteTableErrors.oneDestination(given.isEmpty());
        }
        return given.get(0).canonical();
    }

    /** The CIDR block; empty for a prefix list. */
    public Optional<Cidr> cidr() {
        return kind == Kind.PREFIX_LIST ? Optional.empty() : Cidr.parse(text);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Whether AWS keeps the whole range for addresses inside instances, such as that of the metadata service. */
    boolean reserved() {
        return cidr().filter(cidr -> RESERVED.stream().anyMatch(range -> range.contains(cidr)))
                .isPresent();
    }

    private RouteDestination canonical() {
        if (kind == Kind.PREFIX_LIST) {
            return this;
        }
        return Cidr.parse(text)
                .filter(cidr -> cidr.v4() == (kind == Kind.IPV4))
                .map(RouteDestination::of)
                .orElseThrow(() -> Ec2Errors.notACidr(kind.parameter(), text));
    }
}
