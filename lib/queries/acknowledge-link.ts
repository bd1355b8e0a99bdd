export { type AcknowledgeLink, findAcknowledgeLink as readAcknowledgeLink } from '@/lib/store/find-acknowledge-link';
