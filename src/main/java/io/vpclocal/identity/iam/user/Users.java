package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

public interface Users extends IamRepository<UserEntity> {

    @Query("select u from UserEntity u join u.groups g where g = :group order by u.nameKey")
    List<UserEntity> findMembers(long group);
}
