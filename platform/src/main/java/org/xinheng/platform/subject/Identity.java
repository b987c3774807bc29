package org.xinheng.platform.subject;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.kernel.identifier.CitizenId;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.ForeignResidentId;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.identifier.ResidencePermit;
import org.xinheng.kernel.pack.SubjectKind;

/** By what somebody says whom they mean. Prints nothing of a person. */
public sealed interface Identity {

    SubjectKind kind();

    /** A legal person or other organisation: its code identifies it. */
    record Organisation(CreditCode code, String name) implements Identity {

        @Override
        public SubjectKind kind() {
            return code.subjectKind();
        }
    }

    /** A sole trader (个体工商户), protected like a person. */
    record SoleTrader(CreditCode code, String name) implements Identity {

        @Override
        public SubjectKind kind() {
            return SubjectKind.SOLE_TRADER;
        }

        @Override
        public String toString() {
            return "SoleTrader[…]";
        }
    }

    /** A natural person: number and name together, since numbers exist twice. */
    record Person(IdType type, String number, String name) implements Identity {

        @Override
        public SubjectKind kind() {
            return SubjectKind.PERSON;
        }

        /** As the number shows it; empty for certificates that do not. */
        public Optional<LocalDate> birthDate() {
            return switch (type) {
                case CITIZEN_ID -> Optional.of(new CitizenId(number).birthDate());
                case RESIDENCE_PERMIT -> Optional.of(new ResidencePermit(number).birthDate());
                case FOREIGN_RESIDENT_ID -> new ForeignResidentId(number).birthDate();
                case PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT -> Optional.empty();
            };
        }

        @Override
        public String toString() {
            return "Person[…]";
        }
    }
}
