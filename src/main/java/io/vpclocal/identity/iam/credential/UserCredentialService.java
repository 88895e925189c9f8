package io.vpclocal.identity.iam.credential;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.user.UserDependents;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** The rules that all kinds of further credentials share. */
@Service
@Order(2)
public class UserCredentialService implements UserDependents {

    /** What the credential report says about a signing certificate. */
    public record SigningCertificateState(boolean active, Instant uploadedAt) {}

    private final UserCredentials rows;
    private final UserService users;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    UserCredentialService(UserCredentials rows, UserService users, IamAccounts accounts, Ids ids, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The user, or the caller if none is named. Credentials of the root user are not emulated. */
    UserEntity user(Call call, @Nullable String name) {
        UserEntity user = users.requireOrCaller(call, name);
        if (user == null) {
            throw CommonErrors.notHere("such credentials of the root user");
        }
        return user;
    }

    UserCredentialEntity create(CredentialKind kind, UserEntity user, String body) {
        accounts.change(user.scope());
        if (of(kind, user).size() >= kind.limit()) {
            throw IamErrors.quota(kind.quota(), kind.limit());
        }
        return rows.save(new UserCredentialEntity(kind, newId(kind), user.seq(), body, clock.instant()));
    }

    UserCredentialEntity createForService(UserEntity user, String service, String name, @Nullable Instant end) {
        accounts.change(user.scope());
        CredentialKind kind = CredentialKind.SERVICE;
        long count = of(kind, user).stream()
                .filter(other -> other.service().equals(service))
                .count();
        if (count >= kind.limit()) {
            throw IamErrors.quota(kind.quota(), kind.limit());
        }
        UserCredentialEntity credential =
                new UserCredentialEntity(kind, newId(kind), user.seq(), null, clock.instant());
        credential.ofService(service, name, end);
        return rows.save(credential);
    }

    List<UserCredentialEntity> of(CredentialKind kind, UserEntity user) {
        return rows.findByUserSeqOrderBySeq(user.seq()).stream()
                .filter(credential -> credential.kind() == kind)
                .toList();
    }

    UserCredentialEntity require(CredentialKind kind, UserEntity user, String id) {
        return of(kind, user).stream()
                .filter(credential -> credential.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IamErrors.noSuchEntity(kind.missing(id)));
    }

    void changeStatus(CredentialKind kind, UserEntity user, String id, @Nullable String status) {
        accounts.change(user.scope());
        String wanted = IamParams.require(status, "status");
        if (!wanted.equals("Active") && !wanted.equals("Inactive")) {
            throw IamErrors.constraint("status", "Member must satisfy enum value set");
        }
        require(kind, user, id).activate(wanted.equals("Active"));
    }

    void delete(CredentialKind kind, UserEntity user, String id) {
        accounts.change(user.scope());
        rows.delete(require(kind, user, id));
    }

    public List<SigningCertificateState> signingCertificates(UserEntity user) {
        return of(CredentialKind.SIGNING_CERTIFICATE, user).stream()
                .map(certificate -> new SigningCertificateState(certificate.active(), certificate.createdAt()))
                .toList();
    }

    @Override
    public void requireNone(UserEntity user) {
        if (!of(CredentialKind.SIGNING_CERTIFICATE, user).isEmpty()) {
            throw IamErrors.cannotDelete("delete certificates");
        }
        if (!rows.findByUserSeqOrderBySeq(user.seq()).isEmpty()) {
            throw IamErrors.cannotDelete("remove referenced objects");
        }
    }

    private String newId(CredentialKind kind) {
        return kind.prefix() + ids.upper(kind.idLength());
    }
}
