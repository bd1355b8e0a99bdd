import { handleAuth } from '@/lib/auth/handle';

export const GET = handleAuth;
export const POST = handleAuth;
