package io.vpclocal.compute.profile;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationRequest;

/** The instances of associations, and the new profiles of instances. */
@Component
class ProfileAttributes implements RequestAttributes {

    private static final String ASSOCIATE = "ec2:AssociateIamInstanceProfile";
    private static final String REPLACE = "ec2:ReplaceIamInstanceProfileAssociation";

    private final ProfileAssociations associations;

    ProfileAttributes(ProfileAssociations associations) {
        this.associations = associations;
    }

    @Override
    public Set<String> actions() {
        return Set.of(ASSOCIATE, "ec2:DisassociateIamInstanceProfile", REPLACE);
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        return Optional.ofNullable(association(request))
                .flatMap(id -> associations.find(call.scope(), id))
                .map(found -> Map.of("instance", List.of(found.instanceId())))
                .orElse(Map.of());
    }

    @Override
    public Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        IamInstanceProfileSpecification given = null;
        if (request instanceof AssociateIamInstanceProfileRequest associate) {
            given = associate.iamInstanceProfile();
        } else if (request instanceof ReplaceIamInstanceProfileAssociationRequest replace) {
            given = replace.iamInstanceProfile();
        }
        return given == null ? Map.of() : Map.of("ec2:NewInstanceProfile", List.of(arn(call.scope(), given)));
    }

    private static @Nullable String association(SdkPojo request) {
        if (request instanceof DisassociateIamInstanceProfileRequest disassociate) {
            return disassociate.associationId();
        }
        return request instanceof ReplaceIamInstanceProfileAssociationRequest replace ? replace.associationId() : null;
    }

    private static String arn(Scope scope, IamInstanceProfileSpecification given) {
        String named = "arn:" + scope.partition() + ":iam::" + scope.account() + ":instance-profile/" + given.name();
        return Objects.requireNonNullElse(given.arn(), named);
    }
}
