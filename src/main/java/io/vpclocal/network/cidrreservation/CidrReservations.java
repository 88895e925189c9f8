package io.vpclocal.network.cidrreservation;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetPart;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateSubnetCidrReservationRequest;

/** The rules of reservations, and the reserved blocks for the choice of addresses. */
@Service
public class CidrReservations implements SubnetPart {

    static final ResourceKind KIND = new ResourceKind(
            "subnet-cidr-reservation", "scr", "subnetCidrReservation", "InvalidSubnetCidrReservationID");

    private final CidrReservationRepository reservations;
    private final SubnetService subnets;
    private final TagStore tags;
    private final Ids ids;
    private final Clock clock;

    CidrReservations(
            CidrReservationRepository reservations, SubnetService subnets, TagStore tags, Ids ids, Clock clock) {
        this.reservations = reservations;
        this.subnets = subnets;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A reserved block.
     *
     * @param forPrefixes true if prefixes are chosen from it; otherwise addresses in it are only assigned by name
     */
    public record Reserved(Cidr cidr, boolean forPrefixes) {}

    /** The reserved blocks of a subnet, in the order of their creation. */
    public List<Reserved> in(SubnetEntity subnet) {
        return subnet.divided()
                ? of(subnet).stream()
                        .map(one ->
                                new Reserved(one.cidr(), one.reservationType().equals("prefix")))
                        .toList()
                : List.of();
    }

    List<CidrReservationEntity> of(SubnetEntity subnet) {
        return reservations.ofSubnet(subnet.account(), subnet.region(), subnet.id());
    }

    CidrReservationEntity create(Scope scope, CreateSubnetCidrReservationRequest request, String type) {
        SubnetEntity subnet = subnets.lock(scope, request.subnetId());
        String text = request.cidr();
        Cidr cidr = Cidr.parse(text).orElseThrow(() -> Ec2Errors.notACidr("cidr", text));
        Optional<Cidr> range = cidr.v4() ? subnet.cidr() : subnet.ipv6Cidr();
        if (range.filter(whole -> whole.contains(cidr)).isEmpty()) {
            throw CidrReservationErrors.outsideSubnet(cidr, subnet.id());
        }
        if (of(subnet).stream().anyMatch(other -> other.cidr().overlaps(cidr))) {
            throw CidrReservationErrors.overlap(cidr);
        }
        CidrReservationEntity made = reservations.save(new CidrReservationEntity(
                scope, ids.next(KIND.prefix()), clock.instant(), subnet.id(), cidr, type, request.description()));
        subnet.divide();
        tags.create(scope, KIND, made.id(), request.tagSpecifications());
        return made;
    }

    CidrReservationEntity delete(Scope scope, String id) {
        String subnetId =
                reservations.subnetIdOf(scope.account(), scope.region(), id).orElseThrow(() -> KIND.missing(id));
        subnets.lock(scope, subnetId);
        CidrReservationEntity found = reservations.lock(scope, id).orElseThrow(() -> KIND.missing(id));
        reservations.delete(found);
        return found;
    }

    @Override
    public void subnetCreated(SubnetEntity subnet) {}

    /** Our guess: a subnet's reservations are deleted with it. */
    @Override
    public void subnetDeleted(SubnetEntity subnet) {
        if (subnet.divided()) {
            of(subnet).forEach(gone -> {
                tags.forget(subnet.scope(), gone.id());
                reservations.delete(gone);
            });
        }
    }
}
