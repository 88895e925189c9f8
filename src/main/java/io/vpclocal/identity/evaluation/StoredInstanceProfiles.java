package io.vpclocal.identity.evaluation;

import io.vpclocal.identity.InstanceProfileLookup;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.role.InstanceProfiles;
import io.vpclocal.protocol.Scope;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StoredInstanceProfiles implements InstanceProfileLookup {

    private final InstanceProfiles profiles;

    StoredInstanceProfiles(InstanceProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<Profile> named(Scope scope, String name) {
        return profiles.find(IamScope.of(scope), name)
                .map(found -> new Profile(found.arn(), found.id(), found.roleSeq() != null));
    }
}
