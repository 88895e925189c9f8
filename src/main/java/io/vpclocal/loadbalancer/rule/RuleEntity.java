package io.vpclocal.loadbalancer.rule;

import io.vpclocal.loadbalancer.listener.ListenerEntity;
import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A rule of a listener. The default rule of a listener is not stored: it has the listener's default actions. */
@Entity
@Table(name = "load_balancer_rule")
public class RuleEntity extends ElbEntity {

    private static final AttributeSet NO_ATTRIBUTES = new AttributeSet();

    @Column(nullable = false, updatable = false, length = 64)
    private String listenerId;

    @Column(nullable = false, updatable = false, length = 128)
    private String listenerPath;

    @Column(nullable = false)
    private int priority;

    @Column(nullable = false, length = ListenerEntity.ACTIONS)
    private String conditions;

    @Column(nullable = false, length = ListenerEntity.ACTIONS)
    private String actions;

    @ElementCollection
    @CollectionTable(name = "load_balancer_rule_target_group", joinColumns = @JoinColumn(name = "rule_seq"))
    @OrderColumn(name = "position")
    @Column(name = "target_group_id", nullable = false, length = 64)
    private List<String> targetGroupIds = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected RuleEntity() {}

    RuleEntity(ListenerEntity of, String id, Instant createdAt, int priority, String conditions) {
        super(of.scope(), id, createdAt);
        this.listenerId = of.id();
        this.listenerPath = of.path();
        this.priority = priority;
        this.conditions = conditions;
        this.actions = "";
    }

    @Override
    public String arn() {
        return scope().arn(ElbArn.SERVICE, "listener-rule/" + listenerPath + "/" + id());
    }

    String listenerArn() {
        return scope().arn(ElbArn.SERVICE, "listener/" + listenerPath);
    }

    String loadBalancerArn() {
        return scope().arn(ElbArn.SERVICE, "loadbalancer/" + listenerPath.substring(0, listenerPath.lastIndexOf('/')));
    }

    String listenerId() {
        return listenerId;
    }

    int priority() {
        return priority;
    }

    void moveTo(int wanted) {
        this.priority = wanted;
    }

    String conditions() {
        return conditions;
    }

    void match(String text) {
        this.conditions = text;
    }

    String actions() {
        return actions;
    }

    /** The ids of the target groups that it forwards to. */
    public List<String> targetGroupIds() {
        return List.copyOf(targetGroupIds);
    }

    void act(RuleActions wanted) {
        this.actions = wanted.text();
        if (!targetGroupIds.equals(wanted.targetGroupIds())) {
            targetGroupIds.clear();
            targetGroupIds.addAll(wanted.targetGroupIds());
        }
    }

    @Override
    public AttributeSet attributeSet() {
        return NO_ATTRIBUTES;
    }
}
