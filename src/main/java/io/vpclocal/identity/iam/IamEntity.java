package io.vpclocal.identity.iam;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A named entity of an account: a user, group, role, policy, identity provider and so on. */
@Entity
@Table(name = "iam_entity")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 24)
public abstract class IamEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "iam_seq")
    @SequenceGenerator(name = "iam_seq", sequenceName = "iam_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Version
    private int version;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(name = "aws_partition", nullable = false, updatable = false, length = 16)
    private String partition;

    @Column(nullable = false, updatable = false, length = 32)
    private String uniqueId;

    @Column(nullable = false, length = 255)
    private String name;

    /** The name in lower case. Names must differ by more than case. */
    @Column(nullable = false, length = 255)
    private String nameKey;

    @Column(nullable = false, length = 512)
    private String path;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(length = 1000)
    private @Nullable String description;

    @ElementCollection
    @CollectionTable(name = "iam_tag", joinColumns = @JoinColumn(name = "entity_seq"))
    @MapKeyColumn(name = "tag_key", length = 128)
    @Column(name = "tag_value", nullable = false, length = 256)
    private Map<String, String> tags = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected IamEntity() {}

    protected IamEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt) {
        this.account = scope.account();
        this.partition = scope.partition();
        this.uniqueId = uniqueId;
        this.path = path;
        this.name = name;
        this.nameKey = key(name);
        this.createdAt = createdAt;
    }

    public abstract IamKind kind();

    /** The form of a name that must be unique. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public long seq() {
        if (seq == null) {
            throw new IllegalStateException(uniqueId + " is not stored yet");
        }
        return seq;
    }

    public IamScope scope() {
        return new IamScope(partition, account);
    }

    public String id() {
        return uniqueId;
    }

    public String name() {
        return name;
    }

    public String path() {
        return path;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Nullable
    public String description() {
        return description;
    }

    public void describe(@Nullable String text) {
        this.description = text;
    }

    /** The ARN, which contains the path. */
    public String arn() {
        return scope().arn(kind().type() + path + name);
    }

    /**
     * Changes the path, the name, or both. A name that differs in more than case must be free.
     *
     * @param requireFree refuses a name that is taken
     */
    public void rename(@Nullable String newPath, @Nullable String newName, Consumer<String> requireFree) {
        if (newName != null) {
            if (!key(newName).equals(nameKey)) {
                requireFree.accept(newName);
            }
            this.name = newName;
            this.nameKey = key(newName);
        }
        if (newPath != null) {
            this.path = newPath;
        }
    }

    /** Tags by key, in alphabetical order. */
    public SortedMap<String, String> tags() {
        return new TreeMap<>(tags);
    }

    /** Adds a tag. Where keys are compared case-insensitively, the latest spelling is kept. */
    void tag(String key, String value) {
        untag(key);
        tags.put(key, value);
    }

    public void untag(String key) {
        boolean ignoreCase = kind().ignoresCaseOfTags();
        tags.keySet().removeIf(present -> ignoreCase ? present.equalsIgnoreCase(key) : present.equals(key));
    }
}
