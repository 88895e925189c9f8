package io.vpclocal.compute.profile;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.identity.InstanceProfileLookup.Profile;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.ResourceDirectory;
import io.vpclocal.resource.ResourceKind;
import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileResponse;
import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateIamInstanceProfileResponse;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationResponse;

@AwsController
class ProfileAssociationController {

    private static final String ASSOCIATED = "associated";
    private static final ResourceKind INSTANCE = new ResourceKind("instance", "i", "instance", "InvalidInstanceID");
    private static final ResourceKind ASSOCIATION = new ResourceKind(
            "iam-instance-profile-association",
            "iip-assoc",
            "association",
            "InvalidAssociationID",
            ResourceKind.NOT_TOLD_APART);

    private static final Describe<ProfileAssociationEntity> FILTERS = Describe.<ProfileAssociationEntity>filters()
            .column("instance-id", "instanceId", ProfileAssociationEntity::instanceId)
            .filter("state", association -> ASSOCIATED)
            .maxResults(MaxResults.classic(5, 1000))
            .build();

    private final ProfileAssociations associations;
    private final ResourceDirectory directory;
    private final Describer describer;

    ProfileAssociationController(ProfileAssociations associations, ResourceDirectory directory, Describer describer) {
        this.associations = associations;
        this.directory = directory;
        this.describer = describer;
    }

    @AwsAction
    AssociateIamInstanceProfileResponse associateIamInstanceProfile(
            AssociateIamInstanceProfileRequest request, Call call) {
        String instanceId = require(request.instanceId(), "InstanceId");
        requireInstance(call.scope(), instanceId);
        Profile profile =
                associations.require(call.scope(), require(request.iamInstanceProfile(), "IamInstanceProfile"));
        return AssociateIamInstanceProfileResponse.builder()
                .iamInstanceProfileAssociation(
                        toWire(associations.associate(call.scope(), instanceId, profile), "associating"))
                .build();
    }

    @AwsAction
    DescribeIamInstanceProfileAssociationsResponse describeIamInstanceProfileAssociations(
            DescribeIamInstanceProfileAssociationsRequest request, Call call) {
        for (String id : request.associationIds()) {
            if (associations.find(call.scope(), id).isEmpty()) {
                throw ProfileErrors.notFound(id);
            }
        }
        Page<ProfileAssociationEntity> page = describer.page(
                FILTERS,
                ProfileAssociationEntity.class,
                ASSOCIATION,
                call.scope(),
                request.associationIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeIamInstanceProfileAssociationsResponse.builder()
                .iamInstanceProfileAssociations(page.map(found -> toWire(found, ASSOCIATED)))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DisassociateIamInstanceProfileResponse disassociateIamInstanceProfile(
            DisassociateIamInstanceProfileRequest request, Call call) {
        ProfileAssociationEntity gone =
                associations.disassociate(call.scope(), require(request.associationId(), "AssociationId"));
        return DisassociateIamInstanceProfileResponse.builder()
                .iamInstanceProfileAssociation(toWire(gone, "disassociating"))
                .build();
    }

    @AwsAction
    ReplaceIamInstanceProfileAssociationResponse replaceIamInstanceProfileAssociation(
            ReplaceIamInstanceProfileAssociationRequest request, Call call) {
        String id = require(request.associationId(), "AssociationId");
        if (associations.find(call.scope(), id).isEmpty()) {
            throw ProfileErrors.notFound(id);
        }
        Profile profile =
                associations.require(call.scope(), require(request.iamInstanceProfile(), "IamInstanceProfile"));
        return ReplaceIamInstanceProfileAssociationResponse.builder()
                .iamInstanceProfileAssociation(toWire(associations.replace(call.scope(), id, profile), "associating"))
                .build();
    }

    private void requireInstance(Scope scope, String id) {
        if (!INSTANCE.wellFormed(id)) {
            throw INSTANCE.malformed(id);
        }
        if (!directory.exists(scope, id)) {
            throw INSTANCE.notFound(id);
        }
    }

    private static IamInstanceProfileAssociation toWire(ProfileAssociationEntity of, String state) {
        return IamInstanceProfileAssociation.builder()
                .associationId(of.id())
                .instanceId(of.instanceId())
                .iamInstanceProfile(p -> p.arn(of.profileArn()).id(of.profileId()))
                .state(state)
                .build();
    }
}
