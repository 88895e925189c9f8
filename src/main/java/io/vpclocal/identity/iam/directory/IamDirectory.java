package io.vpclocal.identity.iam.directory;

import io.vpclocal.identity.IdentityLookup;
import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.attachment.PolicyHolderLookup;
import io.vpclocal.identity.iam.group.Groups;
import io.vpclocal.identity.iam.policy.ManagedPolicies;
import io.vpclocal.identity.iam.policy.Policies;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import io.vpclocal.identity.iam.role.InstanceProfiles;
import io.vpclocal.identity.iam.role.RoleEntity;
import io.vpclocal.identity.iam.role.Roles;
import io.vpclocal.identity.iam.role.ServiceLinkedRoles;
import io.vpclocal.identity.iam.user.AccessKeyEntity;
import io.vpclocal.identity.iam.user.AccessKeyRows;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.Users;
import io.vpclocal.identity.signature.SecretVault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Read access to users, roles and access keys, with all policies that determine their permissions. */
@Component
public class IamDirectory implements IdentityLookup {

    /**
     * A long-term access key.
     *
     * @param userId unique id of its user; null for a key of the root user
     */
    public record StoredKey(
            String id,
            IamScope scope,
            String secret,
            boolean active,
            @Nullable String userId) {

        /** Leaves out the secret. */
        @Override
        public String toString() {
            return "StoredKey[" + id + "]";
        }
    }

    /**
     * An attached or inline policy.
     *
     * @param id its ARN, or for an inline policy its name
     * @param holder the kind of entity it is attached to; a user's policy may come from a group
     * @param holderName the name of that entity
     * @param document its text
     */
    public record AttachedText(String id, IamKind holder, String holderName, String document) {

        /** Its id in simulations (recorded from AWS for managed policies and for inline policies of users). */
        public String sourceId() {
            return id.startsWith("arn:")
                    ? id.substring(id.lastIndexOf('/') + 1)
                    : holder.type() + "_" + holderName + "_" + id;
        }
    }

    /**
     * A user, group or role.
     *
     * @param tags by key
     * @param policies all policies that apply, including those of a user's groups
     * @param boundary null if it has none
     * @param trustPolicy a role's trust policy, with unique ids for users and roles; null for others
     * @param maxSessionSeconds a role's maximum session duration; 0 for others
     */
    public record Holder(
            IamKind kind,
            IamScope scope,
            String id,
            String name,
            String arn,
            Map<String, String> tags,
            List<AttachedText> policies,
            @Nullable AttachedText boundary,
            @Nullable String trustPolicy,
            int maxSessionSeconds) {}

    /**
     * A named entity with the attributes that policies use.
     *
     * @param boundary ARN of the permissions boundary; null if none
     */
    public record Named(
            String arn, Map<String, String> tags, @Nullable String boundary) {}

    private final PolicyHolderLookup holders;
    private final Users users;
    private final Groups groups;
    private final Roles roles;
    private final ManagedPolicies managed;
    private final InstanceProfiles profiles;
    private final Taggables taggables;
    private final Policies policies;
    private final AccessKeyRows keys;
    private final SecretVault vault;
    private final TransactionTemplate reading;

    IamDirectory(
            PolicyHolderLookup holders,
            Users users,
            Groups groups,
            Roles roles,
            ManagedPolicies managed,
            InstanceProfiles profiles,
            Taggables taggables,
            Policies policies,
            AccessKeyRows keys,
            SecretVault vault,
            PlatformTransactionManager transactions) {
        this.holders = holders;
        this.users = users;
        this.groups = groups;
        this.roles = roles;
        this.managed = managed;
        this.profiles = profiles;
        this.taggables = taggables;
        this.policies = policies;
        this.keys = keys;
        this.vault = vault;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    public Optional<StoredKey> key(String keyId) {
        return read(() -> keys.findByKeyId(keyId).map(this::toKey));
    }

    /** The user with a unique id. */
    public Optional<Holder> user(String uniqueId) {
        return read(() -> users.findByUniqueId(uniqueId).map(this::toHolder));
    }

    /** The role with a unique id. */
    public Optional<Holder> role(String uniqueId) {
        return read(() -> roles.findByUniqueId(uniqueId).map(this::toHolder));
    }

    /** The user, group or role with this ARN, including its path. */
    public Optional<Holder> byArn(String arn) {
        return read(() -> holders.findByArn(arn).map(this::toHolder));
    }

    @Override
    public boolean exists(String identity) {
        if (identity.startsWith("arn:")) {
            return byArn(identity).isPresent();
        }
        return user(identity).or(() -> role(identity)).isPresent();
    }

    /** The user, group or role with the name at the end of the ARN. The ARN's path is ignored. */
    public Optional<Holder> byNameIn(String arn) {
        return read(() -> holders.findByNameIn(arn).map(this::toHolder));
    }

    /** The entity with that name in the account. Empty if it does not exist. */
    public Optional<Named> named(IamKind kind, IamScope scope, String name) {
        return read(
                () -> entity(kind, scope, name).map(found -> new Named(found.arn(), found.tags(), boundaryOf(found))));
    }

    /** The ARN of the role in an instance profile. Empty if the profile does not exist or has no role. */
    public Optional<String> roleInProfile(IamScope scope, String profile) {
        return read(() -> profiles.find(scope, profile)
                .flatMap(found -> Optional.ofNullable(found.roleSeq()))
                .flatMap(roles::findById)
                .map(IamEntity::arn));
    }

    /** The document of a managed policy, the account's own or AWS's. */
    public Optional<String> managedPolicy(IamScope scope, String arn) {
        return read(() -> policies.document(scope, arn));
    }

    /** The ARN of an AWS service's service-linked role. The role need not exist. */
    public String serviceLinkedRoleArn(IamScope scope, String service, @Nullable String suffix) {
        return scope.arn("role" + RoleEntity.SERVICE_LINKED_PATH + service + "/"
                + ServiceLinkedRoles.of(service).name(suffix));
    }

    private Optional<? extends IamEntity> entity(IamKind kind, IamScope scope, String name) {
        return switch (kind) {
            case USER, GROUP, ROLE -> holders.find(kind, scope, name);
            case POLICY -> managed.find(scope, name);
            case INSTANCE_PROFILE -> profiles.find(scope, name);
            case OIDC_PROVIDER, SAML_PROVIDER, SERVER_CERTIFICATE, MFA_DEVICE -> taggables.find(kind, scope, name);
        };
    }

    private static @Nullable String boundaryOf(IamEntity entity) {
        return entity instanceof PolicyHolderEntity holder ? holder.boundaryArn() : null;
    }

    private StoredKey toKey(AccessKeyEntity key) {
        Long user = key.userSeq();
        String userId = user == null ? null : users.findById(user).orElseThrow().id();
        return new StoredKey(
                key.id(), key.scope(), vault.decryptSecret(key.id(), key.encryptedSecret()), key.active(), userId);
    }

    Holder toHolder(PolicyHolderEntity holder) {
        List<AttachedText> texts = new ArrayList<>(texts(holder));
        if (holder instanceof UserEntity user) {
            groups.findBySeqIn(user.groups()).forEach(group -> texts.addAll(texts(group)));
        }
        RoleEntity role = holder instanceof RoleEntity r ? r : null;
        return new Holder(
                holder.kind(),
                holder.scope(),
                holder.id(),
                holder.name(),
                holder.arn(),
                holder.tags(),
                List.copyOf(texts),
                boundary(holder),
                role == null ? null : role.trustPolicy(),
                role == null ? 0 : role.maxSessionSeconds());
    }

    private @Nullable AttachedText boundary(PolicyHolderEntity holder) {
        String arn = holder.boundaryArn();
        return arn == null
                ? null
                : new AttachedText(
                        arn,
                        holder.kind(),
                        holder.name(),
                        policies.document(holder.scope(), arn).orElseThrow());
    }

    private List<AttachedText> texts(PolicyHolderEntity holder) {
        List<AttachedText> texts = new ArrayList<>();
        holder.inlinePolicies()
                .forEach((name, text) -> texts.add(new AttachedText(name, holder.kind(), holder.name(), text)));
        for (String arn : holder.attachedPolicies()) {
            policies.document(holder.scope(), arn)
                    .ifPresent(text -> texts.add(new AttachedText(arn, holder.kind(), holder.name(), text)));
        }
        return texts;
    }

    private <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(status -> work.get()));
    }
}
