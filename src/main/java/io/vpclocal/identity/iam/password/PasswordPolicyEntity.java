package io.vpclocal.identity.iam.password;

import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The password policy of an account. */
@Entity
@Table(name = "iam_password_policy")
public class PasswordPolicyEntity {

    @Id
    @Column(nullable = false, updatable = false, length = 32)
    private String id;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false)
    private int minimumLength;

    @Column(nullable = false)
    private boolean requireSymbols;

    @Column(nullable = false)
    private boolean requireNumbers;

    @Column(nullable = false)
    private boolean requireUppercase;

    @Column(nullable = false)
    private boolean requireLowercase;

    @Column(nullable = false)
    private boolean changeAllowed;

    @Column
    private @Nullable Integer maxAge;

    @Column
    private @Nullable Integer reusePrevention;

    @Column
    private @Nullable Boolean hardExpiry;

    @SuppressWarnings("NullAway.Init") // JPA
    protected PasswordPolicyEntity() {}

    PasswordPolicyEntity(IamScope scope) {
        this.id = scope.id();
        this.account = scope.account();
    }

    void replace(PasswordRules rules) {
        this.minimumLength = rules.minimumLength();
        this.requireSymbols = rules.symbols();
        this.requireNumbers = rules.numbers();
        this.requireUppercase = rules.uppercase();
        this.requireLowercase = rules.lowercase();
        this.changeAllowed = rules.changeAllowed();
        this.maxAge = rules.maxAge();
        this.reusePrevention = rules.reusePrevention();
        this.hardExpiry = rules.hardExpiry();
    }

    public PasswordRules rules() {
        return new PasswordRules(
                minimumLength,
                requireSymbols,
                requireNumbers,
                requireUppercase,
                requireLowercase,
                changeAllowed,
                maxAge,
                reusePrevention,
                hardExpiry);
    }
}
