package io.vpclocal.identity.iam.password;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.user.UserDependents;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** The rules of passwords. */
@Service
@Order(0)
public class LoginProfileService implements UserDependents {

    private final LoginProfiles profiles;
    private final PasswordPolicies policies;
    private final UserService users;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    LoginProfileService(
            LoginProfiles profiles,
            PasswordPolicies policies,
            UserService users,
            IamAccounts accounts,
            Ids ids,
            Clock clock) {
        this.profiles = profiles;
        this.policies = policies;
        this.users = users;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    LoginProfileEntity create(UserEntity user, @Nullable String password, boolean resetRequired) {
        accounts.change(user.scope());
        if (profiles.findById(user.seq()).isPresent()) {
            throw IamErrors.entityAlreadyExists("Login Profile for user " + user.name() + " already exists.");
        }
        LoginProfileEntity profile = new LoginProfileEntity(user.seq(), clock.instant());
        set(profile, user.scope(), IamParams.require(password, "password"));
        profile.requireReset(resetRequired);
        return profiles.save(profile);
    }

    /** The user, or the caller if none is named. The root user has no login profile. */
    UserEntity user(Call call, @Nullable String name) {
        UserEntity user = users.requireOrCaller(call, name);
        if (user == null) {
            throw IamErrors.userNameNeeded();
        }
        return user;
    }

    LoginProfileEntity require(UserEntity user) {
        return profiles.findById(user.seq()).orElseThrow(() -> IamErrors.loginProfileNotFound(user.name()));
    }

    void update(UserEntity user, @Nullable String password, @Nullable Boolean resetRequired) {
        accounts.change(user.scope());
        LoginProfileEntity profile = require(user);
        if (password != null) {
            set(profile, user.scope(), password);
        }
        if (resetRequired != null) {
            profile.requireReset(resetRequired);
        }
    }

    void delete(UserEntity user) {
        accounts.change(user.scope());
        profiles.delete(profiles.findById(user.seq()).orElseThrow(() -> IamErrors.noLoginProfile(user.name())));
    }

    /** Texts: our guess, except the one of a wrong password. */
    void change(UserEntity user, @Nullable String old, @Nullable String password) {
        accounts.change(user.scope());
        String former = IamParams.require(old, "oldPassword");
        String next = IamParams.require(password, "newPassword");
        LoginProfileEntity profile = require(user);
        PasswordRules rules = rules(user.scope()).orElse(null);
        if (!profile.isCurrent(former)) {
            throw new AwsException("InvalidUserType", "The old password was incorrect.");
        }
        if (rules != null && Boolean.TRUE.equals(rules.hardExpiry()) && expired(profile, rules)) {
            throw new AwsException(
                    "AccessDenied", "The password has expired. An administrator must set a new one.", 403);
        }
        set(profile, user.scope(), next);
        profile.requireReset(false);
    }

    public Optional<LoginProfileEntity> find(UserEntity user) {
        return profiles.findById(user.seq());
    }

    /** The password rules of an account. Empty if it has no password policy. */
    public Optional<PasswordRules> rules(IamScope scope) {
        return policies.findById(scope.id()).map(PasswordPolicyEntity::rules);
    }

    @Override
    public void requireNone(UserEntity user) {
        if (profiles.findById(user.seq()).isPresent()) {
            throw IamErrors.cannotDelete("delete login profile");
        }
    }

    private boolean expired(LoginProfileEntity profile, PasswordRules rules) {
        Integer days = rules.maxAge();
        return days != null && profile.changedAt().plus(Duration.ofDays(days)).isBefore(clock.instant());
    }

    private void set(LoginProfileEntity profile, IamScope scope, String password) {
        PasswordRules rules = rules(scope).orElse(null);
        List<String> broken = PasswordRules.broken(rules, password);
        if (!broken.isEmpty()) {
            throw violation(String.join(", ", broken));
        }
        Integer remembered = rules == null ? null : rules.reusePrevention();
        if (remembered != null && profile.isAmongLatest(remembered, password)) {
            throw violation("Password should not be one of the last " + remembered + " passwords");
        }
        profile.changePassword(PasswordHash.of(password, ids.bytes(PasswordHash.SALT_BYTES)), clock.instant());
    }

    private static AwsException violation(String message) {
        return new AwsException("PasswordPolicyViolation", message);
    }
}
