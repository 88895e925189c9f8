package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

/** Finds the users, groups and roles that a policy is attached to. */
public interface PolicyHolders extends IamRepository<PolicyHolderEntity> {

    @Query("select e from PolicyHolderEntity e join e.attachedPolicies p"
            + " where p = :arn and e.account = :account and e.partition = :partition order by e.nameKey")
    List<PolicyHolderEntity> findAttached(String arn, String account, String partition);

    @Query("select e from PolicyHolderEntity e"
            + " where e.boundaryArn = :arn and e.account = :account and e.partition = :partition order by e.nameKey")
    List<PolicyHolderEntity> findBounded(String arn, String account, String partition);

    @Query("select new io.vpclocal.identity.iam.policy.PolicyUse(p, count(e)) from PolicyHolderEntity e"
            + " join e.attachedPolicies p where e.account = :account and e.partition = :partition group by p")
    List<PolicyUse> countAttachments(String account, String partition);

    @Query("select new io.vpclocal.identity.iam.policy.PolicyUse(e.boundaryArn, count(e)) from PolicyHolderEntity e"
            + " where e.boundaryArn is not null and e.account = :account and e.partition = :partition"
            + " group by e.boundaryArn")
    List<PolicyUse> countBoundaries(String account, String partition);
}
