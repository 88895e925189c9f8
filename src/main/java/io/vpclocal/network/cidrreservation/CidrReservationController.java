package io.vpclocal.network.cidrreservation;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.CreateSubnetCidrReservationRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetCidrReservationResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetCidrReservationRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetCidrReservationResponse;
import software.amazon.awssdk.services.ec2.model.GetSubnetCidrReservationsRequest;
import software.amazon.awssdk.services.ec2.model.GetSubnetCidrReservationsResponse;
import software.amazon.awssdk.services.ec2.model.SubnetCidrReservation;
import software.amazon.awssdk.services.ec2.model.SubnetCidrReservationType;
import software.amazon.awssdk.services.ec2.model.Tag;

@AwsController
class CidrReservationController {

    private static final Describe<CidrReservationEntity> DESCRIBE = Describe.<CidrReservationEntity>filters()
            .filter("reservationType", CidrReservationEntity::reservationType)
            .filter("subnet-id", CidrReservationEntity::subnetId)
            .tags()
            .maxResults(MaxResults.classic(5, 1000))
            .build();

    private final CidrReservations reservations;
    private final SubnetService subnets;
    private final Describer describer;
    private final TagStore tags;

    CidrReservationController(
            CidrReservations reservations, SubnetService subnets, Describer describer, TagStore tags) {
        this.reservations = reservations;
        this.subnets = subnets;
        this.describer = describer;
        this.tags = tags;
    }

    @AwsAction(tags = "subnet-cidr-reservation")
    CreateSubnetCidrReservationResponse createSubnetCidrReservation(
            CreateSubnetCidrReservationRequest request, Call call) {
        require(request.subnetId(), "subnetId");
        require(request.cidr(), "cidr");
        SubnetCidrReservationType type = require(request.reservationType(), "reservationType");
        if (type == SubnetCidrReservationType.UNKNOWN_TO_SDK_VERSION) {
            throw Ec2Errors.invalidValue(
                    "reservationType", request.reservationTypeAsString(), "Expecting prefix or explicit.");
        }
        CidrReservationEntity made = reservations.create(call.scope(), request, type.toString());
        return CreateSubnetCidrReservationResponse.builder()
                .subnetCidrReservation(toWire(made, tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    GetSubnetCidrReservationsResponse getSubnetCidrReservations(GetSubnetCidrReservationsRequest request, Call call) {
        SubnetEntity subnet = subnets.require(call.scope(), require(request.subnetId(), "subnetId"));
        Page<CidrReservationEntity> page = describer.page(
                DESCRIBE,
                reservations.of(subnet),
                CidrReservationEntity::id,
                call.action() + subnet.id(),
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        Map<Boolean, List<SubnetCidrReservation>> byFamily =
                page.map(CidrReservationController::toWire, CidrReservationEntity::id).stream()
                        .collect(Collectors.partitioningBy(one -> one.cidr().indexOf(':') < 0));
        return GetSubnetCidrReservationsResponse.builder()
                .subnetIpv4CidrReservations(byFamily.get(true))
                .subnetIpv6CidrReservations(byFamily.get(false))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteSubnetCidrReservationResponse deleteSubnetCidrReservation(
            DeleteSubnetCidrReservationRequest request, Call call) {
        CidrReservationEntity gone = reservations.delete(
                call.scope(), require(request.subnetCidrReservationId(), "subnetCidrReservationId"));
        List<Tag> its = tags.of(call.scope(), gone.id());
        tags.forget(call.scope(), gone.id());
        return DeleteSubnetCidrReservationResponse.builder()
                .deletedSubnetCidrReservation(toWire(gone, its))
                .build();
    }

    private static SubnetCidrReservation toWire(CidrReservationEntity reservation, List<Tag> tags) {
        return SubnetCidrReservation.builder()
                .subnetCidrReservationId(reservation.id())
                .subnetId(reservation.subnetId())
                .cidr(reservation.cidr().toString())
                .reservationType(reservation.reservationType())
                .ownerId(reservation.account())
                .description(reservation.description())
                .tags(orAbsent(tags))
                .build();
    }
}
